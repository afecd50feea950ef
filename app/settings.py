"""All settings, read once from the environment and from a `.env` file."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set, each as NEEDLINE_ and the name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="NEEDLINE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    home: Path = Field(
        default=Path("var"), description="Folder for the database and the taxonomy indexes."
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL or SQLite address; by default a SQLite file in the home.",
    )
    taxonomy: Path | None = Field(
        default=None, description="Folder of taxonomy indexes; by default in the home."
    )
    partnership: str | None = Field(
        default=None, description="Name of the partnership, where the database holds several."
    )
    convener: str = Field(default="the convener", description="How employers are told who asks.")
    host: str = Field(default="127.0.0.1", description="Address to serve at; others need a secret.")
    port: int = Field(default=8000, description="Port to serve at.", ge=1, le=65535)
    public_url: str | None = Field(
        default=None, description="Address at which people reach the site, for links."
    )
    secret: SecretStr | None = Field(
        default=None,
        description="Needed beyond this machine, 16 characters or more; a new one closes links.",
    )
    slack_bot_token: SecretStr | None = Field(default=None, description="Slack bot token, xoxb-…")
    slack_app_token: SecretStr | None = Field(default=None, description="Slack app token, xapp-…")
    slack_api_url: str = Field(
        default="https://slack.com/api/", description="Address of Slack's API."
    )
    embedding: str | None = Field(
        default=None,
        description="LangChain embedding, provider:model, in place of the encoder that ships.",
    )
    slack_pace: float = Field(
        default=1.0, description="Seconds between two messages to one person in Slack.", ge=0
    )

    @property
    def database(self) -> str:
        """Return the address of the database."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'needline.db'}"
