package io.patchbay;

import io.patchbay.broker.BrokerWatch;
import io.patchbay.grid.GridStatus;
import io.patchbay.wire.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Whether this member can take commands now. It can when its doors are open and a step on a cell takes effect. A member alone also needs
 * Kafka, because its replies wait for the acknowledgement. In a cluster, calls go on while the broker is away.
 */
final class GatewayHealth implements Health {
    /** Half of what a caller waits for an outcome. */
    private static final Duration LONGEST_ACKNOWLEDGEMENT = Duration.ofSeconds(4);

    private final BooleanSupplier open;
    private final List<String> warnings;
    private volatile Parts parts;

    private record Parts(GridStatus grid, BrokerWatch broker) {
        /** A client of a gateway that is meant to be alone has no other place, and a broker may restart. */
        boolean serves() {
            return grid.takesSteps() && (grid.expected() == 1 || !grid.isLone() || acknowledges());
        }

        boolean acknowledges() {
            return broker.isReachable() && grid.oldestUnpublished().compareTo(LONGEST_ACKNOWLEDGEMENT) < 0;
        }
    }

    /** @param open whether the doors are open */
    GatewayHealth(BooleanSupplier open, List<String> warnings) {
        this.open = open;
        this.warnings = List.copyOf(warnings);
    }

    void use(GridStatus grid, BrokerWatch broker) {
        parts = new Parts(grid, broker);
    }

    @Override
    public List<Check> readiness() {
        List<Check> checks = new ArrayList<>(List.of(new Check("gateway", open.getAsBoolean())));
        Parts known = parts;
        if (known != null) {
            checks.add(new Check("cells", known.grid().takesSteps()));
            if (known.grid().isLone()) {
                checks.add(new Check("kafka", known.acknowledges()));
            }
        }
        return checks;
    }

    /** Whether all checks allow readiness. May block for some seconds. */
    boolean isReady() {
        return readiness().stream().allMatch(Check::up);
    }

    /** Whether clients of this member are served at least as well as elsewhere. May block for some seconds. */
    boolean serves() {
        Parts known = parts;
        return known != null && known.serves();
    }

    @Override
    public Map<String, Object> details() {
        Parts known = parts;
        if (known == null) {
            return Map.of();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("broker", known.broker().isReachable() ? "UP" : "DOWN");
        details.put("members", known.grid().members());
        details.put("membersExpected", known.grid().expected());
        details.put("lone", known.grid().isLone());
        details.put("unpublishedEvents", known.grid().unpublished());
        details.put("oldestUnpublishedSeconds", known.grid().oldestUnpublished().toMillis() / 1000.0);
        return details;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
