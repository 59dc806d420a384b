using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Fills an account: the same for the same seed and name. What is odd about sessions and times is decided by their places.</summary>
internal sealed class ConferencesSeed
{
    private const int Clients = 60;
    private readonly int _seed;
    private readonly ConferencesStore _store;

    private ConferencesSeed(int seed, ConferencesStore store) => (_seed, _store) = (seed ^ (int)Dice.Hash(store.Account), store);

    public static ConferencesStore Fill(int seed, ConferencesStore store)
    {
        new ConferencesSeed(seed, store).Fill();
        return store;
    }

    private void Fill()
    {
        for (var index = 0; index < Clients; index++)
            _store.Add(ConferencesKinds.Client, string.Empty, ConferencesPeople.At(_seed, index, "client"));
        for (var index = 0; index < ConferencesEvents.All.Count; index++)
            FillConference(index);
    }

    private void FillConference(int index)
    {
        var facts = ConferencesEvents.All[index];
        var conference = _store.Add(ConferencesKinds.Conference, string.Empty, ConferencesMembers.Conference(index));
        for (var number = 0; number < facts.Sessions; number++)
            FillSession(conference, facts.Zone, number);
        for (var number = 0; number < (index == 7 ? 0 : 2); number++)
        {
            var person = ConferencesPeople.At(_seed, (10 * index) + number, "speaker");
            person["userId"] = $"u-{100 + (10 * index) + number}";
            _store.Add(ConferencesKinds.Speaker, conference.Id, person);
        }

        for (var number = 0; number < index % 4; number++)
        {
            var person = ConferencesPeople.At(_seed, (10 * index) + number, "invitee");
            person["status"] = new[] { "pending", "accepted", "refused" }[number];
            _store.Add(ConferencesKinds.Invitee, conference.Id, person);
        }
    }

    private void FillSession(ConferencesItem conference, string zone, int number)
    {
        var index = _store.All(ConferencesKinds.Session).Count;
        var dice = new Dice(_seed, index, "conference session");
        var start = new DateTime(2026, 2, 3, 9, 0, 0).AddDays((7 * index) + dice.Next(5)).AddMinutes(30 * dice.Next(16));
        // The third session of a conference is over. The last but one has no zone of its own: it starts in the company's.
        var session = _store.Add(ConferencesKinds.Session, conference.Id, ConferencesMembers.Session(index, start, index == 13 ? null : zone, number == 2));
        // The second session of the first conference has nobody yet; the first of the second one has nothing left.
        var count = index == 1 ? 0 : index == 0 ? 12 : 3 + dice.Next(8);
        for (var place = 0; place < count; place++)
            FillRegistration(conference, session, place);
        if (index == 3)
            FillUp(conference, session);
    }

    private void FillRegistration(ConferencesItem conference, ConferencesItem session, int place)
    {
        var index = _store.All(ConferencesKinds.Registration).Count;
        var dice = new Dice(_seed, index, "conference registration");
        var client = _store.All(ConferencesKinds.Client)[dice.Next(Clients)];
        var time = new DateTime(2025, 11, 3, 8, 0, 0).AddMinutes(dice.Next(90_000));
        var members = ConferencesMembers.Registration(index, client, Moment(index, time, session));
        members["status"] = place % 6 == 5 ? "cancelled" : place % 7 == 3 ? "waitingList" : "accepted";
        members["seats"] = conference.Members["registrationRules"]!["allowAdditionalSeats"]!.GetValue<bool>() && dice.OneIn(4) ? 2 : 1;
        members["sourceType"] = dice.OneIn(3) ? "api" : "widget";
        members["source"] = (string?)members["sourceType"] == "api" ? _store.Account : "https://www.example.com/inscription?campagne=été";
        if (ConferencesForms.OfRegistration(index, client.Members, conference) is { } form)
            members["form"] = form;
        if ((string?)members["status"] == "cancelled")
        {
            members["cancelReason"] = index % 2 == 0 ? "Empêchement ; sera remplacé·e" : null;
            members["cancelSource"] = "widget";
            members["cancelled"] = ConferencesMembers.Time(time.AddDays(2), (string?)session.Members["start"]!["timeZone"]);
        }

        _store.Add(ConferencesKinds.Registration, session.Id, members);
    }

    /// <summary>The first registrations stand at the times that are hard to read: the hour that was not, the hour that was twice, a zone that is not, a fraction.</summary>
    private static JsonObject Moment(int index, DateTime usual, ConferencesItem session)
    {
        var zone = (string?)session.Members["start"]!["timeZone"];
        return index switch
        {
            1 => ConferencesMembers.Time(new DateTime(2025, 3, 30, 2, 30, 0), "Europe/Paris"),
            2 => ConferencesMembers.Time(new DateTime(2025, 10, 26, 2, 30, 0), "Europe/Paris"),
            3 => ConferencesMembers.Time(usual, "Atlantis/Sunken_City"),
            4 => new JsonObject { ["dateTime"] = usual.ToString("s", CultureInfo.InvariantCulture) + ".123", ["timeZone"] = zone },
            _ => ConferencesMembers.Time(usual, zone),
        };
    }

    private void FillUp(ConferencesItem conference, ConferencesItem session)
    {
        var taken = _store.In(ConferencesKinds.Registration, session.Id).Where(one => one.Text("status") == "accepted").Sum(one => one.Whole("seats") ?? 1);
        if (conference.Whole("capacity") is not { } capacity || taken >= capacity)
            return;
        var last = _store.In(ConferencesKinds.Registration, session.Id).First(one => one.Text("status") == "accepted");
        last.Members["seats"] = last.Whole("seats") + capacity - taken;
    }
}
