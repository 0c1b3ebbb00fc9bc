package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.door.CustomerView;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.Subject;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One request about messaging contacts: its command and its answer. */
record ContactRequests(PlatformPorts ports, HttpRequest request)
        implements PlatformPaths.Contacts<CompletionStage<PendingCommand<PlatformReply>>> {
    @Override
    public CompletionStage<PendingCommand<PlatformReply>> arrive(Medium medium) {
        SessionRequested contact = new NewContact(ports, ports.json().members(request.body())).read(medium);
        if (medium == Medium.SMS) {
            return new SmsThread(this, contact).arrive();
        }
        CommandId id = ports.gateway().newId();
        return CompletableFuture.completedFuture(begin(id, Ids.interaction(id), contact));
    }

    PendingCommand<PlatformReply> begin(CommandId id, InteractionId interaction, SessionRequested contact) {
        return new PendingCommand<>(PlatformReply.accepted(where(interaction), () -> CompletableFuture.completedFuture(made(201,
                interaction))),
                Optional.of(Command.of(id, ports.gateway().now(), Subject.of(interaction), contact)));
    }

    HttpResponse made(int status, InteractionId interaction) {
        return ports.json().answer(status, JsonNodeFactory.instance.objectNode().put("interaction", interaction.value()));
    }

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> act(InteractionId interaction) {
        PlatformJson.Members body = ports.json().members(request.body());
        PlatformCommand acts = switch (body.text("action")) {
            case "send" -> new PlatformCommand.CustomerWrites(body.filled("text"));
            case "typing" -> new PlatformCommand.CustomerTypes(body.flag("on"));
            case "leave" -> new PlatformCommand.CustomerLeaves();
            default -> throw body.wrong("action", "one of send, typing, leave");
        };
        CommandId id = ports.gateway().newId();
        return CompletableFuture.completedFuture(new PendingCommand<>(PlatformReply.accepted(where(interaction), () -> entry(interaction,
                id)),
                Optional.of(Command.of(id, ports.gateway().now(), Subject.of(interaction), acts))));
    }

    /** The outcome does not contain the index of the entry. The events of the step do, and they exist when the outcome does. */
    private CompletionStage<HttpResponse> entry(InteractionId interaction, CommandId id) {
        return PlatformRefusal.unlessKnown(ports.contacts().latest(interaction)).thenApply(events -> CustomerView.entry(events, id)
                .map(index -> ports.json().answer(200, JsonNodeFactory.instance.objectNode().put("index", index)))
                .orElseThrow(() -> new PlatformRefusal(PlatformCode.UNAVAILABLE,
                        "The entry was written, but its index is not known. Look at " + where(interaction) + ".")));
    }

    @Override
    public CompletionStage<PendingCommand<PlatformReply>> show(InteractionId interaction) {
        return found(interaction).thenApply(state -> state.filter(s -> s.medium() != Medium.VOICE)
                .orElseThrow(() -> new PlatformRefusal(PlatformCode.UNKNOWN_TARGET,
                        "There is no such contact, or it ended long ago. Calls are under /platform/calls.")))
                .thenCompose(state -> PlatformRefusal.unlessKnown(ports.contacts().log(interaction, state))
                        .thenApply(log -> CustomerView.of(interaction, state, log)))
                .thenApply(view -> PlatformReply.answered(ports.json().answer(200, ContactView.of(view))));
    }

    CompletionStage<Optional<Interaction>> found(InteractionId interaction) {
        return PlatformRefusal.unlessKnown(ports.contacts().find(interaction));
    }

    static String where(InteractionId interaction) {
        return "GET /platform/interactions/" + interaction;
    }
}
