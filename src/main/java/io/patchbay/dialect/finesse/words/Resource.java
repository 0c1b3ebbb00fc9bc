package io.patchbay.dialect.finesse.words;

import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of resources, as objects and notifications print them: paths without scheme and host. */
public final class Resource {
    public static final String BASE = "/finesse/api";

    private Resource() { }

    public static String user(AgentId agent) {
        return of("User", agent.value());
    }

    public static String dialogs(AgentId agent) {
        return user(agent) + "/Dialogs";
    }

    public static String dialog(CallId call) {
        return of("Dialog", call.value());
    }

    /** @param id of one object of the collection */
    public static String of(String collection, String id) {
        return BASE + "/" + collection + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
