package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.ContactCapabilities;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ContactOperation;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.dialect.genesys.words.UserData;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import io.patchbay.reading.JsonType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations on {@code /me/chats/{id}} and {@code /me/smssessions/{id}} (genesys.md 4.2 and 5, CHOREOGRAPHY D1). */
public final class ContactOperations {
    private static final List<String> NAMES = Arrays.stream(ContactOperation.values()).map(ContactOperation::text).toList();
    private static final String KEY_OF_QUEUE = "PostProcessingQueue";

    private final Operation operation;
    private final InteractionId id;
    private final Interaction interaction;

    ContactOperations(Operation operation, InteractionId id, Interaction interaction) {
        this.operation = operation;
        this.id = id;
        this.interaction = interaction;
    }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return ContactOperation.of(operation).isPresent();
    }

    /** @param contact one that the agent has */
    public static Plan on(Operation operation, ContactKind kind, String contact) {
        return kind.find(operation.now(), operation.me(), contact)
                .map(each -> new ContactOperations(operation, each.getKey(), each.getValue()).plan())
                .orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "The agent has no such contact."));
    }

    private Plan plan() {
        String name = operation.body().operation();
        ContactOperation wanted = ContactOperation.of(name).orElseThrow(() -> Operation.unknown(name, NAMES));
        Destination to = wanted == ContactOperation.TRANSFER || wanted == ContactOperation.CONSULT || wanted == ContactOperation.INVITE
                ? target() : null;
        Plan plan = plan(wanted, to);
        return reference(wanted, to).map(plan::withReference).orElse(plan);
    }

    /** @param to of an operation that has a target */
    Plan plan(ContactOperation wanted, Destination to) {
        List<Body> commands = commands(wanted, to);
        boolean conference = wanted == ContactOperation.INVITE && isConsulted(to);
        if (!ContactCapabilities.accepts(interaction, me(), conference ? ContactOperation.CONFERENCE : wanted)) {
            throw Operation.invalid("The operation is not possible in the present state. The capabilities list what is.");
        }
        return Plan.of(commands.stream().map(command -> new Plan.Step(Subject.of(id), command)).toList());
    }

    /** Empty where the reply has none (genesys.md 2.3). What invites is told by the invitation, the rest by the command. */
    private Optional<Integer> reference(ContactOperation wanted, Destination to) {
        return switch (wanted) {
            case CONSULT -> Optional.of(invitation());
            case INVITE -> Optional.of(isConsulted(to) ? ReferenceIds.of(operation.session().id()) : invitation());
            case TRANSFER -> Optional.of(Targets.isNobody(to) ? invitation() : ReferenceIds.of(operation.session().id()));
            case CONFERENCE -> Optional.of(ReferenceIds.of(operation.session().id()));
            default -> Optional.empty();
        };
    }

    private int invitation() {
        return ReferenceIds.of(Ids.party(operation.session().id(), "called"));
    }

    private List<Body> commands(ContactOperation wanted, Destination to) {
        return switch (wanted) {
            case ACCEPT -> with(new DataCommand.Accept(me(), Optional.of(operation.body().textIfAny("nickname").orElseGet(this::name))),
                    lastCalledAgent());
            case REJECT -> List.of(new DataCommand.Reject(me()));
            case TRANSFER -> Targets.isNobody(to) ? List.of(new MessagingCommand.InviteToContact(me(), to))
                    : after(farewell(), new MessagingCommand.TransferContact(me(), to), new DataCommand.Complete(me()));
            case LEAVE -> left() ? List.of() : after(farewell(), leaving());
            case LEAVE_AND_COMPLETE -> left() || isMonitor() ? List.of(new DataCommand.Complete(me()))
                    : after(farewell(), new MessagingCommand.LeaveContact(me()), new DataCommand.Complete(me()));
            case INVITE -> List.of(isConsulted(to) ? new MessagingCommand.ConferenceInContact(me())
                    : new MessagingCommand.InviteToContact(me(), to));
            case CONSULT -> List.of(new MessagingCommand.ConsultInContact(me(), to));
            case CONFERENCE -> List.of(new MessagingCommand.ConferenceInContact(me()));
            case SET_IN_FOCUS -> List.of();
            case SET_DISPOSITION -> disposition();
            case ATTACH_USER_DATA, UPDATE_USER_DATA -> List.of(new DataCommand.SetInteractionData(me(),
                    UserData.read(operation.body().object("userData").node())));
            case DELETE_USER_DATA -> List.of(new DataCommand.DeleteInteractionData(me(),
                    Optional.of(operation.body().texts("keys")), true));
            case SEND_MESSAGE -> List.of(written(LogEntry.Kind.TEXT, "text", audience()));
            case SEND_URL -> List.of(written(LogEntry.Kind.URL, "url", audience()));
            case SEND_TO_AGENTS -> List.of(written(LogEntry.Kind.TEXT, "text", Visibility.AGENTS));
            case SEND_CUSTOM_NOTICE -> List.of(written(LogEntry.Kind.NOTICE, "noticeText", Visibility.AGENTS));
            case SEND_NICKNAME -> List.of(new MessagingCommand.SetNickname(me(), operation.body().text("noticeText")));
            case START_TYPING -> List.of(new MessagingCommand.SetTyping(me(), true, audience()));
            case STOP_TYPING -> List.of(new MessagingCommand.SetTyping(me(), false, audience()));
            case START_TYPING_TO_AGENTS -> List.of(new MessagingCommand.SetTyping(me(), true, Visibility.AGENTS));
            case STOP_TYPING_TO_AGENTS -> List.of(new MessagingCommand.SetTyping(me(), false, Visibility.AGENTS));
            case COMPLETE -> after(with(with(postProcessing(), lastCalledAgent()), farewell()), new DataCommand.Complete(me(), true));
        };
    }

    private Destination target() {
        Targets targets = new Targets(operation.names().directory(), operation.body());
        Optional<String> queue = operation.body().textIfAny("queueName");
        boolean named = operation.body().has("targetUri", "targetPath", "userUri");
        return queue.isPresent() && !named ? targets.queue(queue.get()) : targets.read("targetUri", "userUri");
    }

    /** Whether the target is the agent that is consulted already: then the consultation becomes a conference. */
    private boolean isConsulted(Destination to) {
        return to instanceof Destination.Extension extension && ContactCapabilities.isConsulted(interaction, extension.agent());
    }

    /**
     * An agent that leaves the contact to others has nothing left to do. The last one completes it later. A supervisor whom nobody sees
     * completes by leaving.
     */
    private Body[] leaving() {
        boolean others = interaction.members().stream().anyMatch(other -> other.serves() && !other.agent().equals(me()));
        MessagingCommand leave = new MessagingCommand.LeaveContact(me());
        return others && !isMonitor() ? new Body[] {leave, new DataCommand.Complete(me())} : new Body[] {leave};
    }

    /** The optional last line of a chat, where somebody is there to read it. */
    private List<Body> farewell() {
        return interaction.medium() == Medium.CHAT && operation.body().has("text")
                && ContactCapabilities.accepts(interaction, me(), ContactOperation.SEND_MESSAGE)
                ? List.of(written(LogEntry.Kind.TEXT, "text", audience())) : List.of();
    }

    private Body written(LogEntry.Kind what, String parameter, Visibility visibility) {
        return new MessagingCommand.SendMessage(me(), what, operation.body().text(parameter), visibility);
    }

    /** What a consulted agent sends never reaches the customer (seed 002). */
    private Visibility audience() {
        return ContactCapabilities.isConsulted(interaction, me()) ? Visibility.AGENTS : Visibility.ALL;
    }

    /** User data, which all agents of the contact see. A code of the directory is the disposition of the contact, too. */
    private List<Body> disposition() {
        String disposition = operation.body().text("disposition");
        String key = operation.body().textIfAny("dispositionKey").orElse(UserData.DISPOSITION);
        Body data = new DataCommand.SetInteractionData(me(), key, disposition);
        return operation.names().directory().codes().disposition(disposition).isPresent()
                ? List.of(new DataCommand.SetDisposition(me(), disposition), data) : List.of(data);
    }

    private List<Body> postProcessing() {
        return operation.body().textIfAny("queueName").map(queue -> {
            if (operation.names().directory().queue(queue).isEmpty()) {
                throw new OperationRefused(GenesysStatus.NOT_FOUND, "The parameter queueName names no queue.");
            }
            return List.<Body>of(new DataCommand.SetInteractionData(me(), KEY_OF_QUEUE, queue));
        }).orElse(List.of());
    }

    private List<Body> lastCalledAgent() {
        if (!operation.body().has("saveLAR") || !operation.body().member(JsonType.FLAG, "saveLAR")) {
            return List.of();
        }
        String employee = operation.entry().profile().employeeId().orElse(me().value());
        String medium = ContactKind.of(interaction.medium()).orElseThrow().resource();
        String now = operation.session().at().toString();
        return List.of(new DataCommand.SetInteractionData(me(), Map.of("LastCalledAgent_EmployeeID", employee,
                "LastCalledAgent_TimeStamp", now, "LCA_EmplID_" + medium, employee, "LCA_TimeStamp_" + medium, now)));
    }

    private String name() {
        return operation.entry().displayName();
    }

    private boolean isMonitor() {
        return ContactCapabilities.isMonitor(interaction, me());
    }

    private boolean left() {
        return ContactState.of(interaction, me()) == ContactState.LEFT_CHAT;
    }

    private AgentId me() {
        return operation.me();
    }

    private static List<Body> after(List<Body> first, Body... then) {
        List<Body> all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return all;
    }

    private static List<Body> with(Body first, List<Body> then) {
        return with(List.of(first), then);
    }

    private static List<Body> with(List<Body> first, List<Body> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
