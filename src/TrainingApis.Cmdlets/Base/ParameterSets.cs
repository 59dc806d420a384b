namespace TrainingApis.Cmdlets.Base;

/// <summary>Provides the names of the parameter sets of changing commands.</summary>
internal static class ParameterSets
{
    /// <summary>An object of the command's own noun, which gives its ids and nothing else. The default where there is such a
    /// noun.</summary>
    public const string Object = "Object";

    /// <summary>A row, or the command line, which gives the fields by name.</summary>
    public const string Fields = "Fields";

    /// <summary>A row that was read with the wrong delimiter, which ends the command.</summary>
    public const string Unsplit = "Unsplit";
}
