using System.Text;

namespace AiOs.Connectors.Email.Text;

/// <summary>Writes text the way a browser lays it out: white space runs together, blocks begin on their own line.</summary>
internal sealed class HtmlWriter(int most)
{
    private const int DeepestQuote = 10;

    private readonly StringBuilder _text = new();
    private int _quotes;
    private bool _lineOpen;
    private bool _space;
    private int _blank;

    /// <summary>How many elements are open that keep their white space.</summary>
    public int Preformatted { get; set; }

    public int Length => _text.Length;

    public bool Full => _text.Length >= most;

    /// <summary>What was written since; never long.</summary>
    public string Since(int start)
    {
        const int Longest = 4000;
        return start >= _text.Length ? string.Empty : _text.ToString(start, Math.Min(_text.Length - start, Longest));
    }

    public void Words(string words)
    {
        foreach (var c in words)
        {
            if (Full) return;
            if (Preformatted > 0 && c == '\n') Break();
            else if (Preformatted == 0 && c is ' ' or '\n' or '\r' or '\t' or '\f') _space = true;
            else if (c != '\r') Put(c == '\u00a0' ? ' ' : c);
        }
    }

    /// <summary>Ends the line, even where nothing stands on it.</summary>
    public void Break()
    {
        if (!_lineOpen) Open();
        End();
    }

    /// <summary>What follows begins on its own line.</summary>
    public void Block(bool tight = false)
    {
        if (_lineOpen) End();
        if (tight) _blank = 0;
    }

    /// <summary>What follows begins after a blank line.</summary>
    public void Paragraph()
    {
        Block();
        _blank = 1;
    }

    public void Quote(int change) => _quotes = Math.Clamp(_quotes + change, 0, DeepestQuote);

    public override string ToString() => _text.Length > most ? _text.ToString(0, most) : _text.ToString();

    private void Put(char c)
    {
        if (!_lineOpen) Open();
        else if (_space) _text.Append(' ');
        _space = false;
        _text.Append(c);
    }

    private void Open()
    {
        if (_blank > 0 && _text.Length > 0)
        {
            Marks();
            _text.Append('\n');
        }

        _blank = 0;
        _space = false;
        Marks();
        _lineOpen = true;
    }

    private void End()
    {
        _text.Append('\n');
        _lineOpen = false;
        _space = false;
    }

    private void Marks()
    {
        for (var level = 0; level < _quotes; level++) _text.Append("> ");
    }
}
