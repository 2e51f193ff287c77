-- The two roles of the exchange: the owner migrates, the application works and owns nothing, so row-level security binds it.
-- Set the passwords that DATABASE_URL and OWNER_DATABASE_URL name before anything connects.
CREATE ROLE exchange_owner LOGIN;
CREATE ROLE exchange_application LOGIN;
CREATE DATABASE exchange OWNER exchange_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
