package io.patchbay.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.commands.format.ParsedRecord;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Rejected;
import io.patchbay.model.Suggestion;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.CommandAnswer;
import io.patchbay.publish.Reply;
import io.patchbay.publish.Topics;
import io.patchbay.reading.Roles;
import io.patchbay.wire.RecordRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the route of commands: a record in, a command through, a reply out. Every record gets a reply: what is no command is told
 * why, a mistake of ours is answered INTERNAL and logged, so none holds up those behind it. Thread-safe; nothing here blocks.
 */
public final class CommandDoor {
    static final String DIALECT = "kafka";
    private static final Logger LOG = LoggerFactory.getLogger(CommandDoor.class);
    private static final List<String> NAMES = List.of(CommandOrigin.ID, "agent", "operation", "target", "arguments");
    private static final int ECHOED = 80;
    private static final int LONGEST_KEY = 64 * 1024;

    private final CommandContext border;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;
    private final CloudEventHeaders headers;

    /**
     * @param terms  travel with the calls made here
     * @param limits what a command may cost
     * @param grace  how long a session begun here outlives the member that took the command
     * @param tell   whether agents are shown a supervisor who only listens
     * @param rejections gets the records that are no command
     * @param headers of the replies
     */
    public CommandDoor(CommandGateway gateway, Directory directory, ContactPolicy terms, StrictJson.Limits limits, Duration grace,
            boolean tell, Rejections rejections, CloudEventHeaders headers) {
        this.rejections = rejections;
        this.headers = headers;
        this.border = new CommandContext(gateway, directory, terms, grace, tell);
        this.json = new StrictJson(limits);
        this.unreadable = new UnreadableText("commands", "operation", name -> Operations.find(name).isPresent(), json);
    }

    /** A record that is no command comes to none, and its answer says why. */
    public PendingCommand<CommandOrigin> decode(ParsedRecord parsed) {
        CommandOrigin asked = CommandOrigin.of(parsed.record());
        PendingCommand<CommandOrigin> decoded = decode(parsed, asked)
                .named(Operations.find(asked.read().path("operation").asText()).map(Operation::name).orElse("unknown"));
        return border.directory().user(asked.read().path("agent").asText()).map(agent -> decoded.by(agent.id())).orElse(decoded);
    }

    private PendingCommand<CommandOrigin> decode(ParsedRecord parsed, CommandOrigin asked) {
        try {
            return new PendingCommand<>(asked, Optional.of(command(asked, parsed)));
        } catch (CommandRefusal refusal) {
            return refused(asked, refusal);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("dialect", DIALECT).log("a command could not be decoded");
            return refused(asked, CommandRefusal.with(Code.INTERNAL, "The gateway failed. Its log has the cause."));
        }
    }

    private static PendingCommand<CommandOrigin> refused(CommandOrigin asked, CommandRefusal refusal) {
        return PendingCommand.answered(asked.declined(refusal),
                refusal.error().map(CommandAnswer.Failure::code).orElse(refusal.outcome().name()));
    }

    /** The reply, with the key of the command. */
    public Reply reply(CompletedCommand<CommandOrigin> completed) {
        CommandOrigin asked = completed.context();
        byte[] key = asked.record().rawKey();
        return new Reply(key == null || key.length > LONGEST_KEY ? null : key, headers(asked), value(asked, completed.outcome()));
    }

    static JsonNode value(CommandOrigin asked, Outcome outcome) {
        return asked.answer(outcome).json();
    }

    /** Where a command is names its reply: one told again, by whichever member, is the same event to a consumer. */
    private Map<String, String> headers(CommandOrigin asked) {
        Map<String, String> all = headers.of("command/" + asked.record().partition() + "-" + asked.record().offset(),
                CommandAnswer.TYPE, border.gateway().now());
        asked.id().ifPresent(id -> all.put("ce_correlationid", id));
        return all;
    }

    private Command command(CommandOrigin asked, ParsedRecord parsed) {
        if (parsed.why().isPresent()) {
            throw unreadable(parsed.record(), parsed.why().get());
        }
        ObjectNode node = parsed.object();
        NAMES.subList(0, 3).forEach(name -> echo(node.path(name), name, asked.read()));
        node.properties().stream().map(Map.Entry::getKey).filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw CommandRefusal.with(Code.INVALID_DATA, "A command allows only the members " + String.join(", ", NAMES)
                    + Suggestion.text(name, NAMES) + ".");
        });
        CommandId own = own(node.path(CommandOrigin.ID));
        AgentEntry by = by(asked.record(), node.path("agent"));
        Operation operation = operation(node.path("operation"));
        CheckedCommand order = CheckedCommand.of(by, Parameters.of("target", node.path("target"), operation.target()),
                Parameters.of("arguments", node.path("arguments"), operation.arguments()), border);
        Body body = operation.decoder().apply(order);
        CommandId id = Ids.command(by.id().value(), DIALECT, own.value());
        return new Command(id, own, border.gateway().now(), order.subjectOf(body), body, Ids.digest(json.canonical(node)),
                Optional.empty());
    }

    private static Operation operation(JsonNode name) {
        if (!name.isTextual()) {
            throw CommandRefusal.with(Code.UNKNOWN_OPERATION, "The member operation must be a string, the name of an operation.");
        }
        return Operations.find(name.textValue()).orElseThrow(() -> CommandRefusal.with(Code.UNKNOWN_OPERATION,
                "There is no such operation" + Suggestion.text(name.textValue(), Operations.all().map(Operation::name).toList()) + "."));
    }

    private CommandRefusal unreadable(RecordRequest record, String why) {
        rejections.add(unreadable.report(record.text(), why)
                .at(new Rejected.Place(Topics.COMMANDS, record.partition(), record.offset())));
        return CommandRefusal.with(Code.UNREADABLE, why);
    }

    /** What cannot be an id or a name is not sent back. */
    private static void echo(JsonNode value, String name, ObjectNode into) {
        if (value.isTextual() && value.textValue().length() <= ECHOED && (!name.equals(CommandOrigin.ID)
                || CommandId.fits(value.textValue()))) {
            into.put(name, value.textValue());
        }
    }

    private static CommandId own(JsonNode id) {
        if (!id.isTextual() || !CommandId.fits(id.textValue())) {
            throw CommandRefusal.with(Code.INVALID_DATA, "The member id must be a string of 1 to 80 letters, digits, _, : and -.");
        }
        return new CommandId(id.textValue());
    }

    /** The key decides in which order the agent's commands are read: another one would break it. */
    private AgentEntry by(RecordRequest record, JsonNode agent) {
        if (!agent.isTextual() || record.key().filter(agent.textValue()::equals).isEmpty()) {
            throw CommandRefusal.with(Code.INVALID_DATA, "The member agent must be a string that equals the key of the record.");
        }
        return border.directory().user(agent.textValue()).filter(found -> found.id().value().equals(agent.textValue()))
                .filter(Roles::works).orElseThrow(() -> CommandRefusal.with(Code.UNKNOWN, "There is no such agent."));
    }
}
