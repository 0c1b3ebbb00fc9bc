package io.patchbay.dialect.genesys.request;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.reading.Roles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads targets of transfers, consultations and invitations (BINDINGS, Genesys, Targets). A well-formed target that does not exist is a
 * destination that cannot be reached: the operation is accepted and fails later.
 */
record Targets(Directory directory, GenesysBody body) {
    private static final Pattern FORM = Pattern.compile(
            "(?:https?://[^/]+)?(?:/api/v2)?/?(users|contacts|queues)/((?:[^/?#%]|%[0-9A-Fa-f]{2})+)/?");
    private static final AgentId NOBODY = new AgentId("nobody-0");
    private static final Address NOWHERE = new Address("nobody");

    /** Whether nobody is there. */
    static boolean isNobody(Destination to) {
        return to instanceof Destination.Extension extension && extension.agent().equals(NOBODY);
    }

    /** @param uri the names of the parameter with the address, the first one for refusals */
    Destination read(String... uri) {
        Optional<String> address = body.textIfAny(uri).map(text -> part(uri[0], text));
        Optional<String> path = body.textIfAny("targetPath").map(text -> part("targetPath", text));
        if (address.isPresent() && path.isPresent() && !address.equals(path)) {
            throw Operation.invalid("The parameters " + uri[0] + " and targetPath must name the same target.");
        }
        return destination(address.or(() -> path).orElseThrow(() -> body.missing(uri[0])));
    }

    /** An agent by name or id. */
    Destination user(String id) {
        return directory.user(id).filter(Roles::works).map(Targets::agent).orElseGet(Targets::nobody);
    }

    /** A queue by name, number or id. */
    Destination queue(String name) {
        return directory.queue(name).flatMap(queue -> directory.resolve(queue.number().value())).orElseGet(Targets::nobody);
    }

    /** Kind and id of the target. */
    private static String part(String parameter, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw Operation.invalid("The parameter " + parameter + " must end in /users/{id}, /contacts/{id} or /queues/{id}.");
        }
        return matcher.group(1) + "/" + URLDecoder.decode(matcher.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Destination destination(String target) {
        String kind = target.substring(0, target.indexOf('/'));
        String id = target.substring(target.indexOf('/') + 1);
        Optional<Destination> user = kind.equals("queues") ? Optional.empty()
                : directory.user(id).filter(Roles::works).map(Targets::agent);
        return user.orElseGet(() -> kind.equals("users") ? nobody() : queue(id));
    }

    /** An agent is asked by its name. An agent for messages only has no extension. */
    private static Destination agent(AgentEntry entry) {
        return new Destination.Extension(entry.id(),
                entry.extensions().stream().findFirst().orElseGet(() -> new Address(entry.id().value())));
    }

    private static Destination nobody() {
        return new Destination.Extension(NOBODY, NOWHERE);
    }
}
