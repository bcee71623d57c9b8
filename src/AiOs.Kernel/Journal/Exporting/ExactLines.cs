using System.Runtime.CompilerServices;
using AiOs.Contracts;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Reads lines as exact bytes: nothing is decoded, and only LF ends a line.</summary>
internal static class ExactLines
{
    private const int LongestLine = 256 * 1024 * 1024;

    public static async IAsyncEnumerable<Line> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, read - start)) >= 0; start = end + 1)
            {
                line.Write(buffer.AsSpan(start, end - start));
                yield return new Line(line.ToArray(), Ended: true);
                line.SetLength(0);
            }

            line.Write(buffer.AsSpan(start, read - start));
            if (line.Length > LongestLine)
            {
                throw new AiOsException("A line of the export is longer than any commit can be.");
            }
        }

        if (line.Length > 0)
        {
            yield return new Line(line.ToArray(), Ended: false);
        }
    }

    /// <summary>One line.</summary>
    /// <param name="Bytes">Without its end.</param>
    /// <param name="Ended">Whether a line feed ended it.</param>
    internal sealed record Line(ReadOnlyMemory<byte> Bytes, bool Ended);
}
