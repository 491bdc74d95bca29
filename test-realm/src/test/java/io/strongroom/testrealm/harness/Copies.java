package io.strongroom.testrealm.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Copies one user many times, directly in the database: Keycloak's API would take a quarter of an hour. */
public final class Copies {
    private static final List<String> TABLES = List.of("credential", "user_group_membership", "user_role_mapping");

    /** Ignores names of columns that the table does not have. */
    private static final String COPY = """
            insert into %1$s
            select (jsonb_populate_record(original, jsonb_build_object(
                'id', md5((to_jsonb(original) ->> 'id') || copy),
                'user_id', md5((to_jsonb(original) ->> 'user_id') || copy),
                'email_constraint', md5((to_jsonb(original) ->> 'id') || copy),
                'username', (to_jsonb(original) ->> 'username') || '-' || copy))).*
            from %1$s original, generate_series(1, ?) copy
            where original.%2$s = ?""";

    private final DataSource postgres;

    public Copies(DataSource postgres) {
        this.postgres = postgres;
    }

    /** Copies get the same groups, roles and credentials, and the user's name with a number appended. */
    public void of(TestUser user, int count) throws SQLException {
        try (Connection connection = postgres.getConnection()) {
            copy(connection, "user_entity", "id", user, count);
            for (String table : TABLES) {
                copy(connection, table, "user_id", user, count);
            }
            connection.createStatement().execute("analyze");
        }
    }

    private static void copy(Connection connection, String table, String key, TestUser user, int count)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COPY.formatted(table, key))) {
            statement.setInt(1, count);
            statement.setString(2, user.id());
            statement.executeUpdate();
        }
    }
}
