package cn.qingcheng.talent.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One course of study as its university reports it.
 *
 * @param level GB/T 4658
 * @param degree GB/T 6864, if one was awarded
 * @param discipline GB/T 13745, if told
 * @param certificateNumber of the graduation certificate, in clear
 */
public record Study(
        String level,
        @Nullable String degree,
        @Nullable String discipline,
        LocalDate graduatedOn,
        String certificateNumber) {}
