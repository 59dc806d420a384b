namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Represents the hidden parameter <c>Row</c> of one command: the input object by value, whether or not it binds. Each command has an
/// instance of its own, so that it sees every object that PowerShell tries to bind, and counts them.
/// </summary>
internal sealed class InputRows : ArgumentTransformationAttribute
{
    private const string Name = "Row";

    // PowerShell binds a row before its members, on the pipeline's thread, and tells a transformation nothing but the value.
    [ThreadStatic]
    private static InputRows? s_binding;

    private PSObject? _row;
    private UnusedColumns? _columns;
    private Type[] _rowTypes = [];

    /// <summary>Gets the number of input objects so far, those that did not bind included.</summary>
    public int Received { get; private set; }

    /// <summary>Gets the dynamic parameters that take an input object by value.</summary>
    /// <param name="command">The command's class.</param>
    public RuntimeDefinedParameterDictionary CreateParameter(Type command)
    {
        _rowTypes = RowTypeAttribute.Of(command);
        s_binding = null; // a command that is being created binds no row
        var parameter = new ParameterAttribute { ParameterSetName = ParameterSets.Fields, ValueFromPipeline = true, DontShow = true };
        var unsplit = new ParameterAttribute { ParameterSetName = ParameterSets.Unsplit, ValueFromPipeline = true, DontShow = true };
        return new()
        {
            [Name] = new(Name, typeof(PSObject), [parameter, this]),
            [ParameterSets.Unsplit] = new(ParameterSets.Unsplit, typeof(PSObject), [unsplit, new UnsplitRowAttribute()]),
        };
    }

    /// <summary>Counts the input object and keeps it.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        Received++;
        _row = inputData is null ? null : PSObject.AsPSObject(inputData);
        if (_row is not null)
        {
            _columns?.Add(_row);
        }

        s_binding = this;
        return Received == 1 && UnusedColumns.IsUnsplit(_row) ? throw UnsplitRowAttribute.NotMine("This row has one column.") : inputData;
    }

    /// <summary>Watches the columns of the rows from now on.</summary>
    public void Watch(UnusedColumns columns) => _columns = columns;

    /// <summary>Takes the input object of the current record; null where all came from the command line.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidData"/>: the rows were read with the wrong delimiter.</exception>
    public PSObject? Take(PSCmdlet cmdlet)
    {
        var row = _row;
        _row = null;
        Release();
        switch (cmdlet.ParameterSetName)
        {
            case ParameterSets.Unsplit:
                throw UnsplitRowAttribute.CreateError();
            case ParameterSets.Object:
                Received += cmdlet.MyInvocation.ExpectingInput ? 1 : 0; // it did not bind as a row
                return ((IAcceptsInputObject)cmdlet).InputObject;
            default:
                return row;
        }
    }

    /// <summary>Ends the binding of a row that did not bind.</summary>
    public void Release()
    {
        if (ReferenceEquals(s_binding, this))
        {
            s_binding = null;
        }
    }

    /// <summary>Tells whether the row that is being bound is an object of this module and the value one of its members.</summary>
    public static bool IsMemberOfModuleObject(object? value) =>
        s_binding?._row is { } row && ModuleTypes.Has(row) && !ModuleTypes.Is(row, s_binding._rowTypes)
            && row.Properties.Any(member => Equals(member.Value, value));
}

/// <summary>Takes only a row that was read with the wrong delimiter, so that the command can end with one clear error.</summary>
internal sealed class UnsplitRowAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is not null && UnusedColumns.IsUnsplit(PSObject.AsPSObject(inputData)) ? inputData : throw NotMine("This row is split.");

    /// <summary>Creates the exception that makes PowerShell try the next parameter.</summary>
    public static ArgumentTransformationMetadataException NotMine(string message) => new(message, new PSInvalidCastException(message));

    /// <summary>Creates the error that ends the command.</summary>
    public static ApiException CreateError() => new(
        ApiErrorKind.InvalidData,
        "The rows have a single column whose name contains a delimiter. Read the file with Import-Csv -Delimiter, "
            + "such as -Delimiter ';' for a file from a French Excel. Nothing was sent.");
}
