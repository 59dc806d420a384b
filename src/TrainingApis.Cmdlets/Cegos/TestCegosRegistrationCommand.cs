using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Tests registrations before they are sent, against the catalogue and against each other. The parameters are those of
/// New-CegosRegistration, but PowerShell neither requires nor converts them, so that the problems of a row are part of its result.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "CegosRegistration")]
[OutputType(typeof(RegistrationCheck), typeof(bool))]
[RowType(typeof(LeadResult))]
public sealed class TestCegosRegistrationCommand : ConnectedCmdlet<ICegosApi>
{
    private readonly CellReader _reader = new(typeof(NewCegosRegistrationCommand));
    private readonly RegistrationChecker _checker = new(DateTime.Now);
    private RecordBinder? _binder;
    private UnusedColumns? _columns;

    /// <summary>Gets or sets the row.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the CRM ID of the manager of the trainee.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? ManagerCrmId { get; set; }

    /// <summary>Gets or sets whether this is the ID of a lead. Otherwise, it is the ID of a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public object? ManagerCrmIsLead { get; set; }

    /// <summary>Gets or sets the CRM ID of the trainee.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? TraineeCrmId { get; set; }

    /// <summary>Gets or sets whether this is the ID of a lead. Otherwise, it is the ID of a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public object? TraineeCrmIsLead { get; set; }

    /// <summary>Gets or sets the session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("YearlySessionCode")]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    public object? SessionId { get; set; }

    /// <summary>Gets or sets the reference of the customer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? ClientReference { get; set; }

    /// <summary>Gets or sets the sales channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Channel")]
    public object? Canal { get; set; }

    /// <summary>Gets or sets the comments, as free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Comments { get; set; }

    /// <summary>Gets or sets whether the personal training account (CPF) pays for the registration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public object? IsCpf { get; set; }

    /// <summary>Gets or sets the number of CPF hours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? CpfHours { get; set; }

    /// <summary>Gets or sets whether meals are included.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public object? IncludeMeal { get; set; }

    /// <summary>Gets or sets whether the trainee is registered even if the session is full.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public object? Overbooking { get; set; }

    /// <summary>Gets or sets the ID of the sale on the web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? WebSaleId { get; set; }

    /// <summary>Gets or sets whether the output is one Boolean for the run.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override Task BeginAsync()
    {
        _binder = new RecordBinder(this, MyInvocation.BoundParameters.Keys, typeof(NewCegosRegistrationCommand));
        _columns = new UnusedColumns(_binder.Names);
        return base.BeginAsync();
    }

    private protected override Task ProcessAsync()
    {
        // A null value in the pipeline is a row without cells.
        var row = InputObject ?? (MyInvocation.ExpectingInput ? new PSObject() : null);
        if (UnusedColumns.IsUnsplit(row))
        {
            throw UnsplitRowAttribute.CreateError();
        }

        if (row is not null)
        {
            _columns!.Add(row);
        }

        _binder!.Bind(this, row);
        var problems = new List<string>();
        _checker.Add(InputNumber, _reader.Read(name => GetType().GetProperty(name)!.GetValue(this), problems), problems);
        return Task.CompletedTask;
    }

    private protected override async Task EndAsync()
    {
        _columns!.Write(WriteWarning, WriteVerbose);
        var catalog = Api.Catalog(Observer);
        var sessions = await new CatalogLookup<Session>(code => catalog.GetSessionAsync(code, false, Stop),
            () => catalog.GetSessionsAsync(PageRequest.All, false, Stop), session => session.YearlySessionCode)
                .ReadAsync(_checker.Sessions);
        var products = Quiet ? [] : await new CatalogLookup<Product>(code => catalog.GetProductAsync(code, false, Stop),
            () => catalog.GetProductsAsync(PageRequest.All, false, Stop), product => product.YearlyProductCode)
            .ReadAsync(sessions.Values.Select(session => session.YearlyProductCode).OfType<string>());
        var checks = _checker.Check(sessions, session =>
            session.YearlyProductCode is { } code ? products.GetValueOrDefault(code)?.Title : null).ToArray();
        if (Quiet)
        {
            WriteObject(Array.TrueForAll(checks, check => check.IsValid));
            return;
        }

        foreach (var check in checks)
        {
            WriteObject(check);
        }
    }
}
