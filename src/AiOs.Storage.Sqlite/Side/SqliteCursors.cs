using AiOs.Contracts.Ports;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Writing;

namespace AiOs.Storage.Sqlite.Side;

/// <summary>Cursors in the journal's file.</summary>
internal sealed class SqliteCursors : ICursors
{
    private const int Longest = 4096;

    private readonly JournalWriter _writer;
    private readonly Statement _find;
    private readonly Statement _move;

    /// <summary>Prepares its statements.</summary>
    /// <param name="writer">Whose transactions it uses.</param>
    /// <param name="connection">The writer's connection.</param>
    public SqliteCursors(JournalWriter writer, Connection connection)
    {
        _writer = writer;
        _find = connection.Prepare("SELECT value FROM cursors WHERE name = ?");
        _move = connection.Prepare("INSERT OR REPLACE INTO cursors(name, value) VALUES (?, ?)");
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        return SideWork.RunAsync(
            () =>
            {
                string? value = null;
                _writer.InTransaction(() =>
                {
                    value = Find(name);
                    return false;
                });
                return value;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, Longest, nameof(value));
        return SideWork.RunAsync(() => Move(name, expected, value), cancellationToken);
    }

    private bool Move(string name, string? expected, string value)
    {
        var moved = false;
        _writer.InTransaction(() =>
        {
            if (Find(name) != expected)
            {
                return false;
            }

            _move.BindText(1, name).BindText(2, value).Run();
            return moved = true;
        });
        return moved;
    }

    private string? Find(string name)
    {
        _find.BindText(1, name);
        var value = _find.Step() ? _find.Text(0) : null;
        _find.Reset();
        return value;
    }
}
