package cn.qingcheng.kit.event;

/**
 * Something that happened in this service and that others may know. Implemented by records of the feature that emits
 * them; the components of the record are the event's JSON data. Never put an ID number, name, phone or bank account in.
 */
public interface DomainEvent {
    /** The topic, {@code <service>.<aggregate>.v1}; one of the service's own {@code qingcheng.topics}. */
    String topic();

    /** The CloudEvents type, in the past tense, such as {@code talent.retention.confirmed}. */
    String type();

    /** The aggregate's id: events of one key arrive in the order in which its transactions followed each other. */
    String key();
}
