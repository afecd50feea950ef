"""The interview guide and every sentence said to people, in files that anyone can edit."""
