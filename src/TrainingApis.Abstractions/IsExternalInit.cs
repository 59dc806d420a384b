namespace System.Runtime.CompilerServices;

/// <summary>Provides the type that the compiler requires for <c>init</c>. netstandard2.1 does not contain it.</summary>
internal static class IsExternalInit;
