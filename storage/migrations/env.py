"""Alembic runs this: the migrations, on the connection that `storage.schema` hands over."""

from alembic import context

from storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,  # true of SQLite too, since the engine begins transactions itself
)
with context.begin_transaction():
    context.run_migrations()
