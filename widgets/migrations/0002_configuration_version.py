from django.db import migrations

TABLES = ("catalog_metric", "routing_route", "routing_routechange", "widgets_widget")

# In the transaction of the change itself: nobody sees the new number before the change, or the change without it.
FORWARDS = """
INSERT INTO accounts_configurationversion (id, number) VALUES (1, 1);
CREATE FUNCTION count_configuration_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO accounts_configurationversion (id, number) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET number = accounts_configurationversion.number + 1;
    RETURN NULL;
END $$;
""" + "".join(
    f"CREATE TRIGGER count_configuration_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION count_configuration_change();\n"
    for table in TABLES
)
BACKWARDS = (
    "".join(f"DROP TRIGGER count_configuration_change ON {table};\n" for table in TABLES)
    + "DROP FUNCTION count_configuration_change();"
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("catalog", "0001_initial"),
        ("routing", "0001_initial"),
        ("widgets", "0001_initial"),
    ]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
