package io.patchbay.platform;

import io.patchbay.model.Address;
import io.patchbay.model.Destination;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand.SessionRequested;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a customer comes with, by medium. */
record NewContact(PlatformPorts ports, PlatformJson.Members body) {

    /** @throws PlatformRefusal if the body does not say who comes to whom */
    SessionRequested read(Medium medium) {
        return switch (medium) {
            case CHAT -> request(medium, body.filled("nickname"), Optional.empty(), queue("queue"), Optional.empty());
            case SMS -> written(medium, outside("from"));
            case EMAIL -> written(medium, mailbox());
            case CALLBACK -> called(outside("number"));
            case VOICE -> throw new IllegalArgumentException("a call is made by NewCall");
        };
    }

    private SessionRequested written(Medium medium, Address from) {
        return request(medium, from.value(), Optional.of(from), inside("to"), Optional.of(body.filled("text")));
    }

    private SessionRequested called(Address number) {
        return request(Medium.CALLBACK, number.value(), Optional.of(number), queue("queue"), Optional.empty());
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

    private Address outside(String member) {
        return ports.directory().resolve(body.text(member)).filter(Destination.Outside.class::isInstance).map(Destination::address)
                .orElseThrow(() -> body.wrong(member,
                        "an outside number of at most 32 digits, * and #, with an optional leading +, not an extension or queue"));
    }

    private Address mailbox() {
        String from = body.text("from");
        if (!Address.fits(from) || from.indexOf('@') < 1 || from.endsWith("@")) {
            throw body.wrong("from", "an e-mail address of at most 64 letters, digits and _ * # + . @ -");
        }
        return new Address(from);
    }

    private Destination inside(String member) {
        return ports.directory().resolve(body.text(member)).filter(to -> !(to instanceof Destination.Outside))
                .orElseThrow(() -> body.wrong(member, "an extension, or the number or name of a queue"));
    }

    private Destination queue(String member) {
        return ports.directory().resolve(body.text(member)).filter(Destination.ToQueue.class::isInstance)
                .orElseThrow(() -> body.wrong(member, "the number or name of a queue"));
    }
}
