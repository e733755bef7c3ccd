package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.PersonId;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The customer users of the desk over HTTP, for agents.
@Path("/api/v1/customer-users")
@Tag(name = "People")
@RunOnVirtualThread
public class CustomerUserRoutes {
    private static final int LONGEST_QUERY = 100;

    private final Visit visit;
    private final CustomerUserList list;

    CustomerUserRoutes(Visit visit, CustomerUserList list) {
        this.visit = visit;
        this.list = list;
    }

    /// A page of customer users; `cursor` fetches the next one and is missing on the last.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<CustomerUserView> customerUsers, Optional<String> cursor) {}

    @GET
    @Operation(
            summary = "Customer users by name; with q those to whose name, login, email or customer every word applies")
    public Page page(
            @QueryParam("q") Optional<String> q,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Caller.Agent agent = visit.agent();
        var fields = new Fields();
        Optional<String> words = fields.optional("q", q, LONGEST_QUERY);
        fields.page(limit);
        fields.check();
        CustomerUserList.Page page = list.page(agent, words, cursor.map(PersonId::of), limit);
        return new Page(page.users(), page.next().map(PersonId::toString));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One customer user")
    public CustomerUserView customerUser(@PathParam("id") String id) {
        return list.customerUser(visit.agent(), PersonId.of(id));
    }
}
