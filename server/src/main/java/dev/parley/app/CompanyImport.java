package dev.parley.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.access.Passwords;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// Takes in a whole company: all of the document or nothing, and what is known already stays as it is, so that the
/// same document may be sent again.
@ApplicationScoped
class CompanyImport {
    private final Database database;
    private final CompanyStore store;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;
    private final ObjectReader reader;

    CompanyImport(
            Database database, CompanyStore store, Passwords passwords, Audit audit, Clock clock, ObjectMapper mapper) {
        this.database = database;
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.reader = mapper.readerFor(CompanyDocument.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// For administrators.
    Imported add(Caller caller, byte[] json) {
        caller.requireAdministrator();
        CompanyDocument document = document(json);
        CompanyWriter writer = prepared(document);
        return database.write(tx -> {
            Imported imported = writer.write(tx);
            audit.record(tx, caller, "import", "company", imported.summary());
            return imported;
        });
    }

    /// For whoever has the server's command line.
    Imported add(CompanyDocument document) {
        return database.write(prepared(document)::write);
    }

    CompanyDocument document(byte[] json) {
        try {
            CompanyDocument document = reader.readValue(json);
            if (document == null) {
                throw new Refusal(Code.MALFORMED, "the document is null");
            }
            return document;
        } catch (UnrecognizedPropertyException unknown) {
            throw Refusal.fields(Map.of(path(unknown), "unknown"));
        } catch (JsonMappingException wrong) {
            throw Refusal.fields(Map.of(path(wrong), "format"));
        } catch (JsonProcessingException notJson) {
            throw new Refusal(
                    Code.MALFORMED,
                    "not JSON at line " + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr());
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are always readable", impossible);
        }
    }

    private static String path(JsonMappingException wrong) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "document" : path.toString();
    }

    /// Passwords are hashed before the transaction begins, for that takes long. The check is repeated inside,
    /// because the names may have changed meanwhile.
    private CompanyWriter prepared(CompanyDocument document) {
        CompanyNames names = database.read(store::names);
        CompanyCheck.require(document, names, passwords);
        var hashes = new HashMap<String, String>();
        document.agents().stream()
                .map(CompanyDocument.Agent::account)
                .filter(account -> !names.agentLogins().contains(CompanyNames.key(account.login())))
                .forEach(account -> hash(hashes, "agent", account));
        document.customers().stream()
                .flatMap(customer -> customer.users().stream())
                .map(CompanyDocument.CustomerUser::account)
                .filter(account -> !names.customerUserLogins().contains(CompanyNames.key(account.login())))
                .forEach(account -> hash(hashes, "customer", account));
        return new CompanyWriter(document, store, passwords, hashes, clock.instant());
    }

    private void hash(Map<String, String> hashes, String kind, CompanyDocument.Account account) {
        if (account.passwordHash().isEmpty()) {
            hashes.put(kind + " " + CompanyNames.key(account.login()), passwords.hash(account.password()));
        }
    }
}
