/// A transformer that reads text and writes it.
///
/// [gradus.ml.transformer.Gpt] is the model, made of [gradus.ml.transformer.Block]s. Text is to it a row of
/// whole numbers, which a [gradus.ml.transformer.CharacterTokeniser] makes of letters.
/// [gradus.ml.transformer.Corpus] hands out pieces of a text to learn from, and
/// [gradus.ml.transformer.Sampler] says which token comes next.
package gradus.ml.transformer;
