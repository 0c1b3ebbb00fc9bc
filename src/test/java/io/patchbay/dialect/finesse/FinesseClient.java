package io.patchbay.dialect.finesse;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Requests of one agent, with its name as password. */
record FinesseClient(URI gateway, String agent) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), basic(agent, agent));
    }

    HttpResponse<String> send(String method, String path, byte[] body, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/finesse/api" + path)).timeout(Duration.ofSeconds(20))
                .header("Authorization", authorization).method(method, BodyPublishers.ofByteArray(body)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int state(String state) {
        return send("PUT", "/User/" + agent, "<User><state>" + state + "</state></User>").statusCode();
    }

    /** Not ready, at the extension. */
    FinesseClient login(String extension) {
        int status = send("PUT", "/User/" + agent, "<User><state>LOGIN</state><extension>" + extension + "</extension></User>")
                .statusCode();
        if (status != 202) {
            throw new AssertionError("not signed in: " + status);
        }
        return this;
    }

    void logout() {
        state("NOT_READY");
        state("LOGOUT");
    }

    /** The text of the first element of that name, or empty. */
    static String text(String xml, String name) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            return document.getElementsByTagName(name).getLength() == 0 ? ""
                    : document.getElementsByTagName(name).item(0).getTextContent();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + xml, e);
        }
    }
}
