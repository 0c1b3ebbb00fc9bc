package io.patchbay.platform;

import io.patchbay.model.Address;
import io.patchbay.model.Destination;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand.SessionRequested;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the body for a new contact, by medium. */
record NewContact(PlatformPorts ports, PlatformJson.Members body) {

    /** @throws PlatformRefusal if the body lacks the customer or the destination */
    SessionRequested read(Medium medium) {
        return switch (medium) {
            case CHAT -> request(medium, body.filled("nickname"), Optional.empty(), queue(), Optional.empty());
            case SMS -> written(medium, body.read("from", ports.names()::outside).address());
            case EMAIL -> written(medium, mailbox());
            case CALLBACK -> called(body.read("number", ports.names()::outside).address());
            case VOICE -> throw new IllegalArgumentException("a call is made by NewCall");
        };
    }

    private SessionRequested written(Medium medium, Address from) {
        return request(medium, from.value(), Optional.of(from), body.read("to", ports.names()::inside), Optional.of(body.filled("text")));
    }

    private SessionRequested called(Address number) {
        return request(Medium.CALLBACK, number.value(), Optional.of(number), queue(), Optional.empty());
    }

    private SessionRequested request(Medium medium, String nickname, Optional<Address> from, Destination to, Optional<String> text) {
        Map<String, String> data = new LinkedHashMap<>(body.texts("data"));
        if (medium == Medium.CHAT) {
            data.put("nickname", nickname);
        }
        body.textIfAny("subject").filter(subject -> medium == Medium.CHAT || medium == Medium.EMAIL)
                .ifPresent(subject -> data.put("subject", subject));
        return new SessionRequested(medium, nickname, from, to, text, data, ports.terms());
    }

    private Address mailbox() {
        String from = body.text("from");
        if (!Address.isMailbox(from)) {
            throw body.wrong("from", "an e-mail address of at most 254 characters, without a name or comment around it");
        }
        return new Address(from);
    }

    private Destination queue() {
        return body.read("queue", ports.names()::queue);
    }
}
