using System.Text;

namespace PlanSearch.Plans.Reading.Formats;

/// <summary>
/// A paragraph put together from spans that are bold or not: bold ones get ** at their ends, as conversions to text write them.
/// </summary>
/// <remarks>A paragraph that is bold throughout gets no marks: they tell a lead from its sentence, and there is none.</remarks>
internal sealed class StyledText
{
    private readonly StringBuilder _marked = new();
    private readonly StringBuilder _plain = new();
    private bool _isBold;
    private bool _hasLight;

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => _plain.Length == 0;

    /// <summary>Code units without the marks.</summary>
    public int Length => _plain.Length;

    /// <summary>The last code unit; NUL when there is none.</summary>
    public char Last => _plain.Length > 0 ? _plain[^1] : '\0';

    /// <summary>What was added, without marks.</summary>
    public string Plain => _plain.ToString();

    /// <summary>Adds a span; blanks take on the weight of what is before them.</summary>
    public void Add(string text, bool isBold)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            Turn(isBold);
            _hasLight |= !isBold;
        }

        _marked.Append(text);
        _plain.Append(text);
    }

    /// <summary>The paragraph; what is added after it begins another.</summary>
    public string Take()
    {
        var mixed = _hasLight;
        Turn(isBold: false);
        var text = (mixed ? _marked : _plain).ToString();
        _marked.Clear();
        _plain.Clear();
        _hasLight = false;
        return text;
    }

    private void Turn(bool isBold)
    {
        if (_isBold != isBold)
        {
            _marked.Append("**");
            _isBold = isBold;
        }
    }
}
