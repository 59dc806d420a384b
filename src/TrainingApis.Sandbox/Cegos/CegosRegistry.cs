using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The leads, registrations, cancellations and deferrals of all tenants, and the rules by which the vendor says no.</summary>
internal sealed class CegosRegistry
{
    private static readonly Regex EmailShape = new(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.CultureInvariant);

    private readonly object _gate = new();
    private readonly SessionNumbers _sessions;
    private readonly CegosSeats _seats;
    private readonly Dictionary<string, CegosLead> _leads = new();
    private readonly Dictionary<string, CegosRegistration> _registrations = new();
    private readonly Dictionary<string, CegosDeferral> _deferrals = new();
    private readonly List<CegosCancellation> _cancellations = new();

    public CegosRegistry(SessionNumbers sessions, CegosSeats seats) => (_sessions, _seats) = (sessions, seats);

    public CegosOutcome CreateLead(string tenant, IReadOnlyDictionary<string, string> fields)
    {
        if (!EmailShape.IsMatch(fields["email"]))
            return CegosOutcome.Error("Email format is invalid");
        lock (_gate)
        {
            var lead = new CegosLead($"LEAD_SAP_{456789 + _leads.Count}", tenant, fields);
            _leads.Add(lead.Id, lead);
            return CegosOutcome.Success("Lead created successfully in SAP CRM", lead.Id);
        }
    }

    public CegosOutcome Create(string tenant, IReadOnlyDictionary<string, string> fields)
    {
        lock (_gate)
        {
            foreach (var person in new[] { "manager", "trainee" })
            {
                if (WrongPerson(tenant, fields[person + "CrmId"], fields[person + "CrmIsLead"]) is { } reason)
                    return CegosOutcome.Error(reason);
            }

            if (Find(fields["sessionId"]) is not { } place)
                return CegosOutcome.Error("Session not found");
            if (place.IsCancelled)
                return CegosOutcome.Error("Session not available");
            if (place.IsFull && fields.GetValueOrDefault("overbooking") != "true")
                return CegosOutcome.Error("Session is full");
            return CegosOutcome.Success("Registration created successfully", Add(tenant, place, fields).Number);
        }
    }

    public CegosOutcome Cancel(string tenant, IReadOnlyDictionary<string, string> fields)
    {
        lock (_gate)
        {
            if (Find(tenant, fields["registrationNumber"]) is not { } registration)
                return CegosOutcome.Error("Registration not found");
            if (registration.State != "Active")
                return CegosOutcome.Error(registration.State == "Canceled" ? "Registration already canceled" : "Registration was deferred");
            Leave(registration, "Canceled");
            _cancellations.Add(new CegosCancellation(tenant, fields));
            return CegosOutcome.Success("Registration canceled successfully");
        }
    }

    /// <summary>The deferral that was queued; null where nothing could be: the vendor then gives no reason.</summary>
    public CegosDeferral? Defer(string tenant, IReadOnlyDictionary<string, string> fields, int scheduledReads)
    {
        lock (_gate)
        {
            var (number, session) = (fields["registrationNumber"], fields["sessionId"]);
            if (Find(tenant, number) is not { State: "Active" } registration || Find(session) is not { } place)
                return null;
            // Both lengths occur in the documents.
            var count = _deferrals.Count + 1;
            var deferral = new CegosDeferral(count % 2 == 1 ? $"TXN-2026-{count:X6}" : $"TXN{1000000 + count}", tenant, number, session, scheduledReads);
            Decide(deferral, registration, place);
            _deferrals.Add(deferral.TransactionId, deferral);
            return deferral;
        }
    }

    /// <summary>The deferral as this read finds it, written by the given action while nobody changes it; false where there is none.</summary>
    public bool Read(string tenant, string transactionId, Action<CegosDeferral> write)
    {
        lock (_gate)
        {
            if (!_deferrals.TryGetValue(transactionId, out var deferral) || deferral.Tenant != tenant)
                return false;
            write(deferral);
            deferral.ReadsLeft = Math.Max(0, deferral.ReadsLeft - 1);
            return true;
        }
    }

    /// <summary>Shows everything, while nobody changes it.</summary>
    public void ReadAll(Action<IEnumerable<CegosLead>, IEnumerable<CegosRegistration>, IEnumerable<CegosCancellation>, IEnumerable<CegosDeferral>> read)
    {
        lock (_gate)
            read(_leads.Values, _registrations.Values, _cancellations, _deferrals.Values);
    }

    public void Reset()
    {
        lock (_gate)
        {
            _leads.Clear();
            _registrations.Clear();
            _cancellations.Clear();
            _deferrals.Clear();
            _seats.Reset();
        }
    }

    private void Decide(CegosDeferral deferral, CegosRegistration registration, CegosPlace place)
    {
        if (place.IsCancelled)
            deferral.Error = "Session not available";
        else if (place.Id == registration.Place.Id)
            deferral.Outcome = CegosOutcome.Error("Registration is for this session already");
        else if (place.IsFull)
            deferral.Outcome = CegosOutcome.Error("Session is full");
        else
        {
            Leave(registration, "Deferred");
            registration.ReplacedBy = Add(registration.Tenant, place, registration.Fields).Number;
            deferral.Outcome = CegosOutcome.Success("Registration defer successful", registration.ReplacedBy);
        }
    }

    private CegosPlace? Find(string sessionId) => CegosPlace.Find(sessionId, _sessions, _seats);

    private CegosRegistration? Find(string tenant, string number) =>
        _registrations.TryGetValue(number, out var registration) && registration.Tenant == tenant ? registration : null;

    private CegosRegistration Add(string tenant, CegosPlace place, IReadOnlyDictionary<string, string> fields)
    {
        var registration = new CegosRegistration($"INS-2026-{_registrations.Count + 1:D6}", tenant, place, fields);
        _registrations.Add(registration.Number, registration);
        if (place.Session is { } session)
            _seats.Change(session.Index, 1);
        return registration;
    }

    private void Leave(CegosRegistration registration, string state)
    {
        registration.State = state;
        if (registration.Place.Session is { } session)
            _seats.Change(session.Index, -1);
    }

    /// <summary>Leads are those made here, or the documents' own <c>MGR001</c>; contacts are whatever is no lead.</summary>
    private string? WrongPerson(string tenant, string id, string isLead)
    {
        var known = _leads.TryGetValue(id, out var lead) && lead.Tenant == tenant;
        if (isLead == "true")
            return known || id == "MGR001" ? null : "Lead not found";
        return lead == null ? null : "Contact not found";
    }
}
