using System.Management.Automation;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Represents a changing command with a noun of its own: an object of it can be piped in.</summary>
internal interface IAcceptsInputObject
{
    PSObject? InputObject { get; }
}
