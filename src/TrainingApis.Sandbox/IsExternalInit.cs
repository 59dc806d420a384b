namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile on this target framework, which lacks the type.</summary>
internal static class IsExternalInit;
