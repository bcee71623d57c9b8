using System.Globalization;

namespace AiOs.Kernel.Digests.Words;

/// <summary>Numbers with their words.</summary>
internal static class Counted
{
    public static string Of(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>Nothing where there is none.</summary>
    public static IEnumerable<string> Some(int count, string one, string many) => count == 0 ? [] : [Of(count, one, many)];

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
