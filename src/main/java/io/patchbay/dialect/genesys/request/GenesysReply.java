package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReplyForm;
import io.patchbay.model.Outcome;
import java.util.List;

/**
 * A reply (genesys.md 1.4).
 *
 * @param body has {@code statusCode}, and {@code statusMessage} where that is no success; or {@code status} ({@link ReplyForm})
 */
public record GenesysReply(GenesysStatus status, ObjectNode body) {

    public static GenesysReply ok() {
        return of(GenesysStatus.OK);
    }

    /** A reply to which members are added. */
    public static GenesysReply of(GenesysStatus status) {
        return new GenesysReply(status, JsonNodeFactory.instance.objectNode().put("statusCode", status.code()));
    }

    public static GenesysReply refused(GenesysStatus status, String message) {
        GenesysReply reply = of(status);
        reply.body().put("statusMessage", message);
        return reply;
    }

    public static GenesysReply of(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused(GenesysStatus.of(refused.reason()), refused.detail()) : ok();
    }

    /** Of a reply with nothing but its status. */
    GenesysReply in(ReplyForm form) {
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        return switch (form) {
            case STATUS_CODE -> this;
            case STATUS -> new GenesysReply(status, status == GenesysStatus.OK ? other.put("status", "ok")
                    : other.put("status", "error").put("errorDescription", body.path("statusMessage").asText()));
        };
    }

    /** The outcome of the last command that ran is that of the operation. */
    public static GenesysReply of(List<Outcome> outcomes) {
        return outcomes.isEmpty() ? ok() : of(outcomes.get(outcomes.size() - 1));
    }
}
