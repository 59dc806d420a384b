namespace TrainingApis.Cmdlets.Base;

/// <summary>Provides the names of the parameter sets of commands that change data.</summary>
internal static class ParameterSets
{
    /// <summary>An object of the noun of the command, which only provides its IDs. This is the default if such a noun exists.</summary>
    public const string Object = "Object";

    /// <summary>A row, or the command line, which provides the fields by name.</summary>
    public const string Fields = "Fields";

    /// <summary>A row that was read with the wrong delimiter, which ends the command.</summary>
    public const string Unsplit = "Unsplit";
}
