package dev.parley.load.proof;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads chats from the tables, without asking the server.
final class StoredRows {
    private static final String ENTRIES = """
            select seq, public_seq, internal, kind, author_id, client_id, body
              from entry where chat_id = ? order by seq
            """;

    private final EmbeddedDatabase database;

    StoredRows(EmbeddedDatabase database) {
        this.database = database;
    }

    List<History> histories(List<String> chats) {
        List<History> histories = new ArrayList<>();
        try (Connection connection = database.connect();
                var entries = connection.prepareStatement(ENTRIES)) {
            for (String chat : chats) {
                entries.setObject(1, UUID.fromString(chat));
                try (ResultSet rows = entries.executeQuery()) {
                    histories.add(history(chat, rows));
                }
            }
            return histories;
        } catch (SQLException failed) {
            throw new BenchFailure("the tables cannot be read: " + failed.getMessage());
        }
    }

    private static History history(String chat, ResultSet rows) throws SQLException {
        List<Line> agents = new ArrayList<>();
        List<Line> outsiders = new ArrayList<>();
        while (rows.next()) {
            Line line = line(rows, rows.getInt("seq"));
            agents.add(line);
            if (!line.internal()) {
                outsiders.add(line(rows, rows.getInt("public_seq")));
            }
        }
        return new History(chat, agents, outsiders);
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                n,
                text(row, "kind"),
                text(row, "client_id"),
                text(row, "author_id"),
                text(row, "body"),
                row.getBoolean("internal"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("").intern();
    }
}
