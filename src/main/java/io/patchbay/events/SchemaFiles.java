package io.patchbay.events;

import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code GET /schemas/<type>.json}: the schema at the {@code dataschema} of an event. A type and version has one schema for all users,
 * so no credentials are needed and caches may keep it for a day.
 */
public final class SchemaFiles {
    /** No other path may reach the class path. */
    private static final Pattern FILE = Pattern.compile("/schemas/cti(\\.[A-Za-z]+)+\\.v[0-9]+\\.json");
    private static final Map<String, String> KEPT = Map.of("Cache-Control", "public, max-age=86400");

    public HttpResponse file(HttpRequest request) throws IOException {
        if (request.why().isPresent()) {
            return HttpResponse.text(400, request.why().get() + "\n");
        }
        if (!FILE.matcher(request.path()).matches()) {
            return missing();
        }
        try (InputStream file = SchemaFiles.class.getResourceAsStream(request.path())) {
            return file == null ? missing()
                    : new HttpResponse(200, "application/schema+json", new String(file.readAllBytes(), StandardCharsets.UTF_8), KEPT);
        }
    }

    private static HttpResponse missing() {
        return HttpResponse.text(404, "There is no schema of this name. Use the path in the dataschema of an event.\n");
    }
}
