"""The chat page, the conveners' pages and the providers' pages."""
