package io.patchbay.platform;

import io.patchbay.model.Address;
import io.patchbay.model.CallId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.wire.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Maps method and path to a request. A new request is a method of {@link Calls} or {@link Contacts} and a line here. */
record PlatformPaths<R>(HttpRequest request, List<String> path, Calls<R> calls, Contacts<R> contacts) {

    interface Calls<R> {
        R makeCall();

        R findCalls();

        R showCall(CallId call);

        R act(CallId call, Address party);
    }

    interface Contacts<R> {
        R arrive(Medium medium);

        R act(InteractionId interaction);

        R show(InteractionId interaction);
    }

    static <R> R match(HttpRequest request, Calls<R> calls, Contacts<R> contacts) {
        List<String> path = request.segments();
        PlatformPaths<R> paths = new PlatformPaths<>(request, path, calls, contacts);
        return switch (path.size() < 2 ? "" : path.get(1)) {
            case "calls" -> paths.ofCalls();
            case "chats" -> paths.arrivals(Medium.CHAT);
            case "sms" -> paths.arrivals(Medium.SMS);
            case "emails" -> paths.arrivals(Medium.EMAIL);
            case "callbacks" -> paths.arrivals(Medium.CALLBACK);
            case "interactions" -> paths.ofContacts();
            default -> throw unknown("This path does not exist. Use calls, chats, sms, emails, callbacks or interactions under /platform.");
        };
    }

    private R ofCalls() {
        return switch (path.size()) {
            case 2 -> choose(Map.of("POST", calls::makeCall, "GET", calls::findCalls));
            case 3 -> choose(Map.of("GET", () -> calls.showCall(call())));
            case 5 -> {
                if (!path.get(3).equals("parties")) {
                    throw unknown("This path does not exist. Use /platform/calls/{call}/parties/{address}.");
                }
                yield choose(Map.of("POST", () -> calls.act(call(), party())));
            }
            default -> throw unknown("This path does not exist. Use /platform/calls, /platform/calls/{call} or "
                    + "/platform/calls/{call}/parties/{address}.");
        };
    }

    private R arrivals(Medium medium) {
        if (path.size() > 2) {
            throw unknown("This path does not exist. Use /platform/interactions/{id}.");
        }
        return choose(Map.of("POST", () -> contacts.arrive(medium)));
    }

    private R ofContacts() {
        if (path.size() != 3) {
            throw unknown("This path does not exist. Use /platform/interactions/{id}.");
        }
        return choose(Map.of("POST", () -> contacts.act(interaction()), "GET", () -> contacts.show(interaction())));
    }

    private interface Chosen<R> {
        R make();
    }

    private R choose(Map<String, Chosen<R>> methods) {
        Chosen<R> chosen = methods.get(request.method());
        if (chosen == null) {
            String allowed = String.join(", ", methods.keySet().stream().sorted().toList());
            throw new PlatformRefusal(PlatformCode.UNKNOWN_COMMAND, "This path supports " + allowed + " only.", Map.of("Allow", allowed));
        }
        return chosen.make();
    }

    private CallId call() {
        return parsed(path.get(2), CallId::new, "There is no such call. Use the member call of the answer that made it.");
    }

    private InteractionId interaction() {
        return parsed(path.get(2), InteractionId::new, "There is no such contact. Use the member interaction of its first answer.");
    }

    private Address party() {
        return parsed(path.get(4), Address::new, "There is no such party. Use its address, percent-encoded, such as %2B15551234.");
    }

    /** A text without the form of an id names no object. */
    private static <T> T parsed(String text, Function<String, T> parse, String otherwise) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw unknown(otherwise);
        }
    }

    private static PlatformRefusal unknown(String message) {
        return new PlatformRefusal(PlatformCode.UNKNOWN_TARGET, message);
    }
}
