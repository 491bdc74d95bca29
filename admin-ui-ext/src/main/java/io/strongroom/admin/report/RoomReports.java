package io.strongroom.admin.report;

import io.strongroom.admin.query.RoomStanding;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.store.RoomOverview;
import io.strongroom.policy.store.RoomOverview.Room;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the members of many data rooms; how many rooms and members there are makes no difference to the statements it takes. */
final class RoomReports {

    private final AdminRequest request;

    RoomReports(AdminRequest request) {
        this.request = request;
    }

    private enum Count {
        MEMBERS,
        WITH_NUMBER,
        WITH_SECOND_FACTOR,
        MUST_ENROL
    }

    /** What is counted, and of which room. */
    private record Of(String roomId, Count count) {}

    List<RoomReport> page(String search, Paging paging) {
        List<Room> rooms =
                new RoomOverview(request.session(), request.realm()).page(search, paging.first(), paging.max());
        boolean outside = new PhoneNumberDeclaration(request.session()).isBeyondUsers();
        Map<Of, UserSelection> wanted = new LinkedHashMap<>();
        rooms.forEach(room -> addTo(wanted, room, new RoomStanding(room.id(), room.members(), outside)));
        Map<Of, Long> counts = new UserPages(request.session(), request.realm()).counts(wanted);
        return rooms.stream().map(room -> report(room, counts)).toList();
    }

    private static void addTo(Map<Of, UserSelection> wanted, Room room, RoomStanding standing) {
        wanted.put(new Of(room.id(), Count.MEMBERS), standing.selection(null, null));
        wanted.put(new Of(room.id(), Count.WITH_NUMBER), standing.withNumber());
        wanted.put(new Of(room.id(), Count.WITH_SECOND_FACTOR), standing.withSecondFactor());
        wanted.put(new Of(room.id(), Count.MUST_ENROL), standing.mustEnrol(room.policy(), room.administrators()));
    }

    private static RoomReport report(Room room, Map<Of, Long> counts) {
        return new RoomReport(
                room.id(),
                room.name(),
                room.policy().enforced(),
                counts.get(new Of(room.id(), Count.MEMBERS)),
                counts.get(new Of(room.id(), Count.WITH_NUMBER)),
                counts.get(new Of(room.id(), Count.WITH_SECOND_FACTOR)),
                counts.get(new Of(room.id(), Count.MUST_ENROL)));
    }
}
