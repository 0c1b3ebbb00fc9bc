package io.patchbay.dialect.harmony;

import io.patchbay.dialect.harmony.request.HarmonyData;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** prepareSession: says who the client is, makes it a client of that agent's session, and starts following what happens to the agent. */
record SessionPreparation(CommandGateway gateway, SignIn signIn, Directory directory, Duration grace, HarmonyReplies replies,
        HarmonyBindings bindings,
                          PresenceWatch attendance) {
    private static final Logger LOG = LoggerFactory.getLogger(SessionPreparation.class);
    private static final int FOLLOWING_FAILED = 1011;

    /** Completes with {@link RequestRefused} when the credentials are wrong. */
    CompletionStage<PendingCommand<HarmonyCompletion>> ask(HarmonyClient client, HarmonyRequest request) {
        if (client.binding().isPresent()) {
            throw RequestRefused.with(HarmonyCode.ALREADY_BOUND, "This connection is bound to a session. Log out first.");
        }
        HarmonyData data = request.data();
        data.textIfAny("model");
        boolean override = data.flag("override");
        return authenticate(signIn, data).thenApply(entry -> prepare(client, request, entry, override));
    }

    /** Completes with {@link RequestRefused} when the credentials in the data are no agent's. */
    static CompletionStage<AgentEntry> authenticate(SignIn signIn, HarmonyData data) {
        HarmonyData agent = data.object("agent");
        return signIn.authenticate(agent.text("id"), agent.text("password")).thenApply(found -> found.filter(SessionPreparation::works)
                .orElseThrow(() -> RequestRefused.with(HarmonyCode.NOT_AUTHENTICATED,
                        "Agent and password do not match. Send the credentials of an agent.")));
    }

    static boolean works(AgentEntry entry) {
        return switch (entry.role()) {
            case AGENT, SUPERVISOR -> true;
            case PLATFORM, OBSERVER -> false;
        };
    }

    private PendingCommand<HarmonyCompletion> prepare(HarmonyClient client, HarmonyRequest request, AgentEntry entry, boolean override) {
        CommandId id = gateway.newId();
        SessionId session = new SessionId(Ids.part(id, "session"));
        AgentCommand.StartSession body = new AgentCommand.StartSession(HarmonyRequests.binding(session, gateway.member()), grace,
                override ? AgentCommand.StartSession.Mode.OVERRIDE : AgentCommand.StartSession.Mode.EXCLUSIVE);
        Command command = Command.of(id, gateway.now(), Subject.of(entry.id()), body);
        return new PendingCommand<>(outcome -> answer(client, request, entry, session, outcome), Optional.of(command));
    }

    private CompletionStage<Void> answer(HarmonyClient client, HarmonyRequest request, AgentEntry entry, SessionId session,
                                         Outcome outcome) {
        if (outcome.isAccepted()) {
            return bind(client, request,
                    new HarmonyBinding(client, entry, session, directory, gateway, attendance, Predecessor.nothing()));
        }
        if (outcome instanceof Outcome.Refused refused && refused.reason() != Reason.ALREADY_BOUND) {
            client.send(replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail()));
        } else {
            client.send(replies.confirm(request));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** A binding that cannot be followed is given up with its connection: the client comes back. */
    private CompletionStage<Void> bind(HarmonyClient client, HarmonyRequest request, HarmonyBinding binding) {
        bindings.next(binding.session(), none -> binding);
        binding.whenOver(() -> bindings.remove(binding));
        client.bind(binding);
        return binding.follow(() -> client.send(replies.prepared(request, binding.session()))).handle((done, error) -> {
            if (error != null) {
                LOG.atError().setCause(error).addKeyValue("agent", binding.agent()).log("an agent could not be followed");
                binding.stop();
                client.close(FOLLOWING_FAILED, "The gateway failed");
            }
            return null;
        });
    }
}
