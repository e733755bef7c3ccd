package dev.parley.widget;

import dev.parley.base.Build;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What other people's pages load of us: the loader, which runs in them, and the page for the frame that it opens.
@Path("/widget")
@RunOnVirtualThread
public class EmbedRoutes {
    private static final String PAGE = "META-INF/resources/widget.html";
    private static final String LOADER = "META-INF/resources/widget/loader.js";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "font-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
                    + "frame-ancestors ";
    private static final String FIVE_MINUTES = "public, max-age=300";
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    private final Widgets widgets;
    private final Optional<byte[]> page = resource(PAGE);
    private final Optional<byte[]> loader = resource(LOADER);

    EmbedRoutes(Widgets widgets) {
        this.widgets = widgets;
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The policy says exactly which pages may show it, so it is made anew for each request.
    @GET
    @Path("/v1/chat/{key}")
    @Operation(hidden = true)
    public Response page(@PathParam("key") String key) {
        List<String> sites = widgets.byKey(key).sites();
        return Response.ok(found(page), "text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY + (sites.isEmpty() ? "'none'" : String.join(" ", sites)))
                // The same page in a window of its own is spoken to by the page that opened it.
                .header("Cross-Origin-Opener-Policy", "unsafe-none")
                .build();
    }

    /// A pointer to the newest loader: pages that name it get a new one within minutes.
    @GET
    @Path("/v1/loader.js")
    @Operation(hidden = true)
    public Response newestLoader() {
        return loader(FIVE_MINUTES);
    }

    /// The same under an address that never changes what it answers, to be named with its hash.
    @GET
    @Path("/v{version}/loader.js")
    @Operation(hidden = true)
    public Response versionedLoader(@PathParam("version") String version) {
        if (!version.equals(Build.version())) {
            throw nothing();
        }
        return loader(A_YEAR);
    }

    private Response loader(String keeping) {
        return Response.ok(found(loader), "text/javascript; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, keeping)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static byte[] found(Optional<byte[]> resource) {
        return resource.orElseThrow(EmbedRoutes::nothing);
    }

    private static Refusal nothing() {
        return new Refusal(Code.NOT_FOUND, "there is nothing here");
    }
}
