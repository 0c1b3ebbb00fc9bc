package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.json.ModelJson;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /schemas}: the published types. {@code GET /schemas/<type>.json}: the schema at the {@code dataschema} of an event. A type
 * and version has one schema for all users, so no credentials are needed and caches may keep it for a day.
 */
public final class SchemaFiles {
    private static final String LIST = "/schemas";
    private static final String INDEX = "/schemas/index.json";
    /** No other path may reach the class path. */
    private static final Pattern FILE = Pattern.compile("/schemas/(cti(\\.[A-Za-z]+)+\\.v[0-9]+)\\.json");
    private static final Map<String, String> KEPT = Map.of("Cache-Control", "public, max-age=86400");

    private final CloudEventHeaders headers;

    /** @param headers of events, with the absolute URI of each schema */
    public SchemaFiles(CloudEventHeaders headers) {
        this.headers = headers;
    }

    public HttpResponse file(HttpRequest request) throws IOException {
        if (request.why().isPresent()) {
            return HttpResponse.text(400, request.why().get() + "\n");
        }
        if (request.path().equals(LIST)) {
            return list();
        }
        Matcher path = FILE.matcher(request.path());
        if (!path.matches()) {
            return missing();
        }
        try (InputStream file = SchemaFiles.class.getResourceAsStream(request.path())) {
            return file == null ? missing() : schema(path.group(1), (ObjectNode) ModelJson.text().readTree(file));
        }
    }

    private HttpResponse schema(String type, ObjectNode schema) {
        return new HttpResponse(200, "application/schema+json", schema.put("$id", headers.schema(type)).toPrettyString() + "\n", KEPT);
    }

    private HttpResponse list() throws IOException {
        try (InputStream file = SchemaFiles.class.getResourceAsStream(INDEX)) {
            JsonNode index = ModelJson.text().readTree(file);
            for (JsonNode entry : index.path("schemas")) {
                ((ObjectNode) entry).put("schema", headers.schema(entry.path("type").textValue()));
            }
            return HttpResponse.json(200, index.toPrettyString() + "\n");
        }
    }

    private static HttpResponse missing() {
        return HttpResponse.text(404, "There is no schema of this name. GET /schemas lists all.\n");
    }
}
