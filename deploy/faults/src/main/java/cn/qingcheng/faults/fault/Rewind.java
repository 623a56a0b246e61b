package cn.qingcheng.faults.fault;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.stack.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Stops a service and has its consumers begin again some records back, as if what they had committed were lost. */
final class Rewind implements Injection {
    private static final int MOST_RECORDS_BACK = 300;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LEFT_WITHIN = Duration.ofSeconds(90);

    private final Roster roster;
    private final Keeper keeper;
    private final Broker broker;

    Rewind(Roster roster, Keeper keeper, Broker broker) {
        this.roster = roster;
        this.keeper = keeper;
        this.broker = broker;
    }

    @Override
    public String inflict(Fault fault, Ending ending) throws Exception {
        Random random = fault.random();
        List<Part> service = roster.anyService(random);
        String owner = service.get(0).name().substring(0, service.get(0).name().indexOf('-'));
        long records = 0;
        service.forEach(keeper::hold);
        try (Admin admin = broker.admin()) {
            service.forEach(Part::stop);
            for (String group : Consumers.names()) {
                if (group.startsWith(owner + ".")) {
                    awaitEmpty(admin, group);
                    records += rewind(admin, group, random);
                }
            }
        } finally {
            service.forEach(keeper::release);
        }
        return "rewound the consumers of " + Roster.names(service) + " by " + records + " records";
    }

    /** One that was killed before is a member of its group until its session ends. */
    private static void awaitEmpty(Admin admin, String group) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LEFT_WITHIN.toNanos();
        while (!isEmpty(admin, group)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the group " + group + " has members though its service is stopped");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static boolean isEmpty(Admin admin, String group) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .allMatch(description -> description.groupState() == GroupState.EMPTY);
    }

    private static long rewind(Admin admin, String group, Random random)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        committed.keySet().forEach(partition -> earliest.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, ListOffsetsResultInfo> begins =
                admin.listOffsets(earliest).all().get();
        Map<TopicPartition, OffsetAndMetadata> rewound = new HashMap<>();
        long records = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> present : committed.entrySet()) {
            ListOffsetsResultInfo begin = begins.get(present.getKey());
            if (begin != null && present.getValue() != null) {
                long offset = present.getValue().offset();
                long back = Math.max(begin.offset(), offset - random.nextInt(MOST_RECORDS_BACK));
                rewound.put(present.getKey(), new OffsetAndMetadata(back));
                records += offset - back;
            }
        }
        admin.alterConsumerGroupOffsets(group, rewound).all().get();
        return records;
    }
}
