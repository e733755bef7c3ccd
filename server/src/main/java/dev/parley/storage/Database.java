package dev.parley.storage;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.sql.Types;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/// The only truth: reads and writes in transactions. Notices told inside a write go out after its commit, or not at
/// all.
@ApplicationScoped
public class Database {
    private final Jdbi jdbi;
    private final Notices notices;

    Database(DataSource source, Notices notices) {
        this.jdbi = Jdbi.create(source).registerArrayType(UUID.class, "uuid").registerArrayType(String.class, "text");
        // PostgreSQL infers the type of a null from its place in the statement.
        this.jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.OTHER));
        this.jdbi.registerArgument(new UuidArguments());
        this.notices = notices;
    }

    /// Runs `work` on a connection of its own; for questions that change nothing.
    public <T> T read(Function<Handle, T> work) {
        return refusing(() -> jdbi.withHandle(work::apply));
    }

    /// Runs `work` in one transaction: all of it, or nothing.
    public <T> T write(Function<Tx, T> work) {
        return refusing(() -> {
            var tx = new Tx[1];
            T answer = jdbi.inTransaction(handle -> {
                tx[0] = new Tx(handle);
                return work.apply(tx[0]);
            });
            tx[0].notices().forEach(notices::tell);
            return answer;
        });
    }

    /// Like `write`, for work without an answer.
    public void change(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException failed) {
            if (unreachable(failed)) {
                throw new Refusal(Code.UNAVAILABLE, "the database cannot be reached");
            }
            throw failed;
        }
    }

    /// Whether the failure is the database's absence rather than a fault of the statement (SQLSTATE classes of
    /// PostgreSQL, appendix A: 08 connection, 53 resources, 57 operator intervention, 25006 read only).
    public static boolean unreachable(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLRecoverableException || cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && unreachable(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean unreachable(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("25006");
    }

    /// Binds ids as what they are, also when there is none.
    private static final class UuidArguments extends AbstractArgumentFactory<UUID> {
        UuidArguments() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
