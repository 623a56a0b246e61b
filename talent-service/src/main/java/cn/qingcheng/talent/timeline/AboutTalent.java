package cn.qingcheng.talent.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the timeline needs of any event: whom it is about, if anybody. */
record AboutTalent(@Nullable UUID talentId) {}
