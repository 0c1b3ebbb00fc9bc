package io.patchbay.door;

import io.patchbay.model.Recorded.Position;
import io.patchbay.model.Subject;
import java.util.Map;

/** The replicas at one moment, and the number of the last event of each subject. */
public record Snapshot(Replicas replicas, Map<Subject, Position> positions) { }
