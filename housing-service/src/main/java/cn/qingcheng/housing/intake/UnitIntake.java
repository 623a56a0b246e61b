package cn.qingcheng.housing.intake;

import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.stock.Building;
import cn.qingcheng.housing.stock.BuildingRepository;
import cn.qingcheng.housing.stock.Estate;
import cn.qingcheng.housing.stock.EstateRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.bulk.Row;
import cn.qingcheng.kit.problem.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides for each row of a chunk what becomes of it. What it needs is read once per chunk, not per row. */
@ApplicationScoped
class UnitIntake {

    private final EstateRepository estates;
    private final BuildingRepository buildings;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final UnitImportRowRepository rows;

    UnitIntake(
            EstateRepository estates,
            BuildingRepository buildings,
            UnitRepository units,
            StateChangeRepository history,
            UnitImportRowRepository rows) {
        this.estates = estates;
        this.buildings = buildings;
        this.units = units;
        this.history = history;
        this.rows = rows;
    }

    record Result(
            RowOutcome outcome,
            @Nullable String unitCode,
            @Nullable UUID unitId,
            List<InputError> errors) {

        static Result rejected(@Nullable String unitCode, List<InputError> errors) {
            return new Result(RowOutcome.REJECTED, unitCode, null, errors);
        }
    }

    List<Result> take(UUID importId, List<Row<UnitRow>> chunk, Step step) {
        List<UnitRow> readable = chunk.stream()
                .filter(row -> row.errors().isEmpty())
                .map(Row::value)
                .filter(Objects::nonNull)
                .toList();
        Known known = look(importId, readable);
        return chunk.stream().map(row -> take(row, known, step)).toList();
    }

    private Result take(Row<UnitRow> row, Known known, Step step) {
        UnitRow value = row.value();
        if (value == null || !row.errors().isEmpty()) {
            return Result.rejected(null, row.errors());
        }
        String code = value.code();
        Estate estate = known.estates().get(value.estate());
        if (estate == null) {
            return Result.rejected(code, List.of(InputError.of("/estate", "UNKNOWN_ESTATE")));
        }
        if (!known.seen().add(code)) {
            return Result.rejected(code, List.of(InputError.of("/number", "DUPLICATE_UNIT")));
        }
        Unit unit = known.units().get(code);
        return unit == null ? create(value, estate, known, step) : update(unit, value, known, step);
    }

    private Result create(UnitRow row, Estate estate, Known known, Step step) {
        Building building = known.buildings().computeIfAbsent(estate.code() + "-" + row.building(), key -> {
            Building raised = new Building(estate, row.building(), step.at());
            buildings.persist(raised);
            return raised;
        });
        Unit unit = new Unit(building, row.number(), row.description(), step.at());
        units.persist(unit);
        history.persist(unit.raised(step));
        if (row.isReady()) {
            history.persist(unit.prepare(step));
        }
        return new Result(RowOutcome.CREATED, unit.code(), unit.id(), List.of());
    }

    private static Result update(Unit unit, UnitRow row, Known known, Step step) {
        boolean same = unit.description().equals(row.description());
        if (!same && unit.isShown()) {
            known.seen().remove(unit.code());
            return Result.rejected(unit.code(), List.of(InputError.of("", "UNIT_ALREADY_RELEASED")));
        }
        unit.describe(row.description(), step.at());
        return new Result(same ? RowOutcome.UNCHANGED : RowOutcome.UPDATED, unit.code(), unit.id(), List.of());
    }

    /** What the chunk's rows speak of, as it stands; {@code seen} holds the units this import has already treated. */
    private record Known(
            Map<String, Estate> estates, Map<String, Building> buildings, Map<String, Unit> units, Set<String> seen) {}

    private Known look(UUID importId, List<UnitRow> readable) {
        Set<String> codes = readable.stream().map(UnitRow::code).collect(Collectors.toSet());
        Set<String> estateCodes = readable.stream().map(UnitRow::estate).collect(Collectors.toSet());
        Map<String, Estate> byCode =
                estates.byCodes(estateCodes).stream().collect(Collectors.toMap(Estate::code, Function.identity()));
        Map<String, Building> byNumber = new HashMap<>();
        buildings
                .ofEstates(byCode.values())
                .forEach(building -> byNumber.put(building.estate().code() + "-" + building.number(), building));
        Map<String, Unit> present =
                units.byCodes(codes).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        return new Known(byCode, byNumber, present, new HashSet<>(rows.takenIn(importId, codes)));
    }
}
