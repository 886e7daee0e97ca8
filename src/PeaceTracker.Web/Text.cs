namespace PeaceTracker.Web;

/// <summary>Names the resource of all visible words; the English text is the key.</summary>
public sealed class Text;
