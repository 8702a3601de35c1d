/// Preprocessing: from a table to the feature matrix that a model is fitted to.
///
/// Read [Preprocessor] and [Pipeline] first. A preprocessor is fitted to the training set and then transforms
/// any table; a pipeline applies several in order; its output is a matrix. The preprocessors are:
///
/// - [StandardScaler] and [MinMaxScaler] scale numbers.
/// - [Imputer] fills in missing values.
/// - [OneHotEncoder] and [OrdinalEncoder] turn categories into numbers.
/// - [PolynomialFeatures] adds powers and products.
///
/// [EncodedLabels] turns a column of class names into class indices, for classifiers.
///
/// The names are those of scikit-learn. Two things differ: a preprocessor works on named columns and passes
/// all others through, so no `ColumnTransformer` is needed; and `fit` returns a new object instead of
/// changing its own state.
///
/// Fit on the training set only. A mean that is computed from the test set too is *data leakage*: the score
/// on the test set is then too optimistic.
package gradus.ml.data.preprocess;
